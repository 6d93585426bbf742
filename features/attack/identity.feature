@plant-tank-farm
Feature: Nobody gets in with a bad certificate
  The plant CA issues short-lived certificates. What has ended, has not begun, comes from elsewhere or is missing opens
  nothing, and the controllers prove it: nothing they hold has changed and nothing has been read.

  Background:
    Given Anna, a lead engineer of controls engineering, at EWS-1
    And Anna has an open change ticket for LIC-102

  @attack @IDN-01 @SAF-01 @T0859
  Scenario: A certificate that ended one second ago
    Given the certificate of Anna ended 1 s ago
    When Anna tries to set LIC-102.SP to 80 %
    Then LIC-102.SP has not changed
    And Anna has learned nothing
    And the stations have noticed nothing

  @attack @IDN-05 @SAF-01 @T0859
  Scenario: A certificate that begins in an hour
    Given the certificate of Anna begins in 1 h
    When Anna tries to set LIC-102.SP to 80 %
    Then LIC-102.SP has not changed
    And the stations have noticed nothing

  @attack @IDN-02 @SAF-01 @T0859
  Scenario: A certificate of a foreign authority that bears the plant CA's name
    Given the certificate of Anna comes from a foreign authority
    When Anna tries to set LIC-102.SP to 80 %
    Then LIC-102.SP has not changed
    And Anna has learned nothing
    And the stations have noticed nothing

  @attack @IDN-03 @SAF-01 @T0859
  Scenario: No certificate
    Given Anna shows no certificate
    When Anna tries to set LIC-102.SP to 80 %
    Then LIC-102.SP has not changed
    And Anna has learned nothing
    And the stations have noticed nothing
