@plant-tank-farm
Feature: Approved work goes through
  If the product blocks a legitimate repair once, plant operations will ask for a way around it.

  @maintenance @MNT-01
  Scenario: An approved set-point change
    Given Anna, a lead engineer of controls engineering, at EWS-1
    And Anna has an open change ticket for LIC-201
    When Anna sets LIC-201.SP to 62 %
    Then LIC-201.SP has changed to 62 % once
    And the stations have noticed nothing

  @maintenance @MNT-02
  Scenario: Diagnostics during an open ticket
    Given Ben, an engineer of controls engineering, at EWS-2
    And Ben has an open change ticket for LIC-302
    When Ben reads LIC-302.PV
    Then Ben has got the value of LIC-302.PV
    And the stations have noticed nothing

  @maintenance @MNT-02 @MNT-04
  Scenario: Diagnostics over OPC UA during an open ticket
    Given Ben, an engineer of controls engineering, at EWS-2
    And Ben has an open change ticket for LIC-303
    When Ben reads LIC-303.PV over opc-ua
    Then Ben has got the value of LIC-303.PV
    And the stations have noticed nothing

  @maintenance @MNT-03
  Scenario: A parameter download under a ticket
    Given Anna, a lead engineer of controls engineering, at EWS-1
    And Anna has an open change ticket for LIC-205
    When Anna downloads a parameter set to LIC-205
    Then the parameter set stands in LIC-205
    And the stations have noticed nothing

  @maintenance @MNT-04
  Scenario: An engineer's OPC UA session
    Given Anna, a lead engineer of controls engineering, at EWS-1
    And Anna has an open change ticket for LIC-103
    When Anna sets LIC-103.SP to 44 % over opc-ua
    Then LIC-103.SP has changed to 44 % once
    And the stations have noticed nothing

  @maintenance @MNT-05
  Scenario: Two engineers at once
    Given Anna, a lead engineer of controls engineering, at EWS-1
    And Anna has an open change ticket for LIC-104
    And Ben, an engineer of controls engineering, at EWS-2
    And Ben has an open change ticket for LIC-104
    And Ben has a session with LIC-104
    When Anna sets LIC-104.SP to 57 %
    Then LIC-104.SP has changed to 57 % once
    And Ben still has a session with LIC-104

  @maintenance @MNT-06 @wire
  Scenario Outline: Approved work over a slow network, <way>
    Given Anna, a lead engineer of controls engineering, at EWS-1
    And Anna has an open change ticket for LIC-105
    When Anna sets LIC-105.SP to 41 % by "<way>"
    Then LIC-105.SP has changed to 41 % once

    Examples:
      | way             |
      | split in header |
      | split in body   |
      | behind a read   |

  @maintenance @MNT-07
  Scenario: A program download under a ticket
    Given Anna, a lead engineer of controls engineering, at EWS-1
    And Anna has an open change ticket for LIC-403
    When Anna downloads the program level-loop-ramped to LIC-403
    Then LIC-403 runs the program level-loop-ramped
    And the stations have noticed nothing

  @maintenance @MNT-07
  Scenario Outline: A program download over <protocol> under a ticket
    Given Anna, a lead engineer of controls engineering, at EWS-1
    And Anna has an open change ticket for LIC-305
    When Anna downloads the program level-loop-ramped to LIC-305 over <protocol>
    Then LIC-305 runs the program level-loop-ramped
    And the stations have noticed nothing

    Examples:
      | protocol |
      | opc-ua   |
      | s7       |

  @maintenance @SAF-05
  Scenario: With the key in RUN an engineer looks and changes no program
    Given Anna, a lead engineer of controls engineering, at EWS-1
    And Anna has an open change ticket for LIC-404
    And the key of LIC-404 stands in RUN
    And Anna has a session with LIC-404
    When Anna tries to download the program level-loop-ramped to LIC-404
    Then LIC-404 still runs its own program
    And the stations have noticed nothing
