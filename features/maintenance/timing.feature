@plant-tank-farm
Feature: The process does not feel the product
  Latency counts from the moment at which a request was due; the product's share is the difference between interleaved
  blocks through it and past it.

  @maintenance @LAT-01 @measuring
  Scenario: Supervision across the site boundary
    When the latency from SCADA-1 to LIC-101 is measured
    Then the added latency is inside the budget

  @maintenance @LAT-03
  Scenario: Setting up a session
    Given Anna, a lead engineer of controls engineering, at EWS-1
    And Anna has an open change ticket for LIC-202
    When Anna opens 10 sessions with LIC-202, one after the other
    Then each session was set up inside the budget

  @maintenance @LAT-05 @measuring
  Scenario: Supervision while the decision point is busy
    Given Anna, a lead engineer of controls engineering, at EWS-1
    And Anna has an open change ticket for LIC-103
    And Anna keeps opening sessions with LIC-103
    When the latency from SCADA-1 to LIC-101 is measured
    Then the added latency is inside the budget
    And Anna has got the value of LIC-103.PV

  @maintenance @LAT-05 @wire
  Scenario: Setting up a session while the decision point is busy
    Given Anna, a lead engineer of controls engineering, at EWS-1
    And Anna has an open change ticket for LIC-103
    And Ben, a lead engineer of controls engineering, at EWS-2
    And Ben has an open change ticket for LIC-202
    And Anna keeps opening sessions with LIC-103
    When Ben opens 10 sessions with LIC-202, one after the other
    Then each session was set up inside the budget

  @maintenance @LAT-05 @measuring
  Scenario: How much the product carries while the decision point is busy
    Given Anna, a lead engineer of controls engineering, at EWS-1
    And Anna has an open change ticket for LIC-103
    And Anna keeps opening sessions with LIC-103
    When the load from SCADA-1 to LIC-101 is raised until the budget is broken
    Then the product carries what the plant needs
    And Anna has got the value of LIC-103.PV

  @maintenance @LAT-06 @measuring
  Scenario: Supervision beside a greedy client
    Given Anna, a lead engineer of controls engineering, at EWS-1
    And Anna has an open change ticket for LIC-104
    And Anna keeps reading from LIC-104 every 2 ms
    When the latency from SCADA-1 to LIC-101 is measured
    Then the added latency is inside the budget
    And Anna has got the value of LIC-104.PV

  @maintenance @LAT-07 @measuring
  Scenario: How much the product carries
    When the load from SCADA-1 to LIC-101 is raised until the budget is broken
    Then the product carries what the plant needs
