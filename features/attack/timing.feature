@plant-tank-farm
Feature: An attack does not slow the plant down
  Whoever cannot get through may still keep the product so busy that others wait, or that it forgets what it was told.

  @attack @LAT-04 @T0814 @T0855 @measuring
  Scenario: Supervision while an intruder tries to write
    Given Mallory, an intruder, at INTRUDER-L4
    And Mallory keeps trying to write LIC-102.SP
    When the latency from SCADA-1 to LIC-101 is measured
    Then the added latency is inside the budget
    And LIC-102.SP has not changed

  @attack @LAT-04 @T0814 @T0855 @measuring
  Scenario: How much the product carries while an intruder tries to write
    Given Mallory, an intruder, at INTRUDER-L4
    And Mallory keeps trying to write LIC-102.SP
    When the load from SCADA-1 to LIC-101 is raised until the budget is broken
    Then the product carries what the plant needs
    And LIC-102.SP has not changed

  @attack @LAT-04 @T0814 @T0855 @wire
  Scenario: Setting up a session while an intruder tries to write
    Given Mallory, an intruder, at INTRUDER-L4
    And Anna, a lead engineer of controls engineering, at EWS-1
    And Anna has an open change ticket for LIC-202
    And Mallory keeps trying to write LIC-102.SP
    When Anna opens 10 sessions with LIC-202, one after the other
    Then each session was set up inside the budget
    And LIC-102.SP has not changed

  @attack @LAT-04 @T0814 @T0859 @wire
  Scenario: A withdrawn ticket ends the session while an intruder tries to write
    Given Mallory, an intruder, at INTRUDER-L4
    And Anna, a lead engineer of controls engineering, at EWS-1
    And Anna has an open change ticket for LIC-304
    And Anna has a session with LIC-304
    And Mallory keeps trying to write LIC-102.SP
    When the ticket of Anna is withdrawn while Anna goes on writing LIC-304.OUT_MAX
    Then LIC-304 has accepted nothing after the revocation budget
    And LIC-102.SP has not changed

  @attack @LAT-05 @T0814 @T0859 @wire
  Scenario: A withdrawn ticket ends the session while the decision point is busy
    Given Anna, a lead engineer of controls engineering, at EWS-1
    And Anna has an open change ticket for LIC-304
    And Anna has a session with LIC-304
    And Ben, a lead engineer of controls engineering, at EWS-2
    And Ben has an open change ticket for LIC-103
    And Ben keeps opening sessions with LIC-103
    When the ticket of Anna is withdrawn while Anna goes on writing LIC-304.OUT_MAX
    Then LIC-304 has accepted nothing after the revocation budget
