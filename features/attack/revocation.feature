@plant-tank-farm
Feature: What was permitted can end
  A session is open and works. Then its ground falls away.

  Background:
    Given Anna, a lead engineer of controls engineering, at EWS-1

  @attack @REV-01 @DEC-03 @SAF-01 @T0859
  Scenario: A write after the window has closed
    Given Anna has a change ticket for LIC-303 that closes in 2 s
    And Anna has a session with LIC-303
    And the window of Anna has closed
    When Anna tries to set LIC-303.SP to 88 %
    Then LIC-303.SP has not changed
    And the stations have noticed nothing

  @attack @REV-02 @SAF-01 @T0859
  Scenario: A withdrawn ticket ends the session
    Given Anna has an open change ticket for LIC-304
    And Anna has a session with LIC-304
    When the ticket of Anna is withdrawn while Anna goes on writing LIC-304.OUT_MAX
    Then LIC-304 has accepted nothing after the revocation budget
    And the stations have noticed nothing

  @attack @REV-03 @T0859
  Scenario: A workstation that turns unhealthy loses its session
    Given Anna has an open change ticket for LIC-304
    And Anna has a session with LIC-304
    When endpoint detection finds EWS-1 infected while Anna goes on writing LIC-304.OUT_MAX
    Then LIC-304 has accepted nothing after the revocation budget
