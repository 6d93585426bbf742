@plant-tank-farm
Feature: A program is not downloaded by whoever likes to
  The most dangerous thing that can be done to a controller over a network is to give it another program (ATT&CK T0843).
  What counts is the checksum of the program that the controller runs, not what anybody was answered.

  @attack @DEC-03 @SAF-01 @T0843 @T0836
  Scenario: A program download without a ticket
    Given Anna, a lead engineer of controls engineering, at EWS-1
    When Anna tries to download the program level-loop-tampered to LIC-403
    Then LIC-403 still runs its own program
    And the stations have noticed nothing

  @attack @ENF-01 @DEC-04 @T0843
  Scenario: A program download in a read-only session
    Given Ben, an engineer of controls engineering, at EWS-2
    And Ben has an open change ticket for LIC-304
    And Ben has a session with LIC-304
    When Ben tries to download the program level-loop-tampered to LIC-304
    Then LIC-304 still runs its own program

  @attack @ENF-01 @DEC-04 @T0843
  Scenario Outline: A program download over <protocol> in a read-only session
    Given Ben, an engineer of controls engineering, at EWS-2
    And Ben has an open change ticket for LIC-305
    And Ben has a session with LIC-305 over <protocol>
    When Ben tries to download the program level-loop-tampered to LIC-305 over <protocol>
    Then LIC-305 still runs its own program
    And the stations have noticed nothing

    Examples:
      | protocol |
      | opc-ua   |
      | s7       |

  @attack @ENF-01 @DEC-04 @T0858
  Scenario: A controller is to be stopped in a read-only session
    Given Ben, an engineer of controls engineering, at EWS-2
    And Ben has an open change ticket for LIC-304
    And Ben has a session with LIC-304
    When Ben tries to stop LIC-304
    Then LIC-304 has not been stopped
    And the stations have noticed nothing

  @attack @ENF-01 @DEC-04 @T0858
  Scenario Outline: A controller is to be stopped over <protocol> in a read-only session
    Given Ben, an engineer of controls engineering, at EWS-2
    And Ben has an open change ticket for LIC-305
    And Ben has a session with LIC-305 over <protocol>
    When Ben tries to stop LIC-305 over <protocol>
    Then LIC-305 has not been stopped
    And the stations have noticed nothing

    Examples:
      | protocol |
      | opc-ua   |
      | s7       |
