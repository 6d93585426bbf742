@plant-tank-farm
Feature: An unknown host learns nothing and changes nothing
  An intruder has a foothold in the office network or has plugged a device into a service port of cell 2. It has no
  certificate of the plant.

  @attack @ENF-03 @SAF-01 @T0846 @T0888
  Scenario Outline: A register sweep from <place>
    Given Mallory, an intruder, at <place>
    When Mallory sweeps LIC-203
    Then Mallory has learned nothing
    And the stations have noticed nothing

    Examples:
      | place       |
      | INTRUDER-L4 |
      | INTRUDER-L2 |

  @attack @ENF-04 @SAF-01 @T0855
  Scenario: Plain Modbus where TLS is demanded
    Given Anna, a lead engineer of controls engineering, at EWS-1
    And Anna has an open change ticket for LIC-203
    And Anna speaks without TLS
    When Anna tries to set LIC-203.ESD to on
    Then LIC-203.ESD has not changed
    And the stations have noticed nothing

  @attack @ENF-06 @T0855 @T0859
  Scenario: A stolen certificate of the aggregator is used to write
    Given Mallory, an intruder, at INTRUDER-L4
    And Mallory holds the certificate of AGG-1
    When Mallory tries to set LIC-204.SP to 95 %
    Then LIC-204.SP has not changed
    And the stations have noticed nothing

  @attack @DEC-01 @T0859
  Scenario: A certificate of the plant CA for somebody whom the directory does not know
    Given Oscar, a person unknown to the directory, at EWS-2
    And Oscar has an open change ticket for LIC-204
    When Oscar tries to set LIC-204.SP to 95 %
    Then LIC-204.SP has not changed
    And Oscar has learned nothing
