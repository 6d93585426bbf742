@plant-tank-farm
Feature: Who may read cannot write
  Ben may diagnose under his ticket and nothing more. Modbus has six functions that write, TCP lets a frame be cut and
  packed at will, and OPC UA reads and writes over the same channel.

  Background:
    Given Ben, an engineer of controls engineering, at EWS-2
    And Ben has an open change ticket for LIC-301
    And Ben has a session with LIC-301

  @attack @ENF-01 @DEC-04 @SAF-01 @T0855 @T0836 @wire
  Scenario Outline: A write by <way> in a read-only session
    When Ben tries to set <tag> to <value> by "<way>"
    Then <tag> has not changed
    And the stations have noticed nothing

    Examples:
      | way         | tag          | value |
      | function 5  | LIC-301.ESD  | on    |
      | function 6  | LIC-301.MODE | MAN   |
      | function 15 | LIC-301.ESD  | on    |
      | function 16 | LIC-301.SP   | 91 %  |
      | function 22 | LIC-301.MODE | MAN   |
      | function 23 | LIC-301.SP   | 92 %  |

  @attack @ENF-02 @SAF-01 @T0855 @wire
  Scenario Outline: A write as <way>
    When Ben tries to set LIC-301.SP to 93 % by "<way>"
    Then LIC-301.SP has not changed
    And the stations have noticed nothing

    Examples:
      | way              |
      | split in header  |
      | split in body    |
      | behind a read    |
      | behind two reads |

  @attack @ENF-01 @DEC-04 @SAF-01 @T0855 @T0836
  Scenario: A write over OPC UA in a read-only session
    Given Ben has a session with LIC-301 over opc-ua
    When Ben tries to set LIC-301.SP to 94 % over opc-ua
    Then LIC-301.SP has not changed
    And the stations have noticed nothing

  @attack @ENF-01 @DEC-04 @SAF-01 @T0855 @T0836
  Scenario: A write over S7comm in a read-only session
    Given Ben has an open change ticket for LIC-305
    And Ben has a session with LIC-305 over s7
    When Ben tries to set LIC-305.SP to 94 % over s7
    Then LIC-305.SP has not changed
    And the stations have noticed nothing

  @attack @ENF-08 @SAF-01 @T0885
  Scenario Outline: Something else through a door for <protocol>: <language>
    Given Ben has a session with LIC-301 over <protocol>
    When Ben says "<language>" at the <protocol> door of LIC-301
    Then nothing of it was heard behind the product
    And the stations have noticed nothing

    Examples:
      | protocol   | language            |
      | modbus-tcp | ssh                 |
      | modbus-tcp | http connect        |
      | modbus-tcp | iso on tcp          |
      | modbus-tcp | modbus function 100 |
      | opc-ua     | ssh                 |
      | opc-ua     | http connect        |
