@plant-tank-farm
Feature: Everything that the policy asks for is needed
  A lead engineer with all that is due gets in; each scenario takes one thing away.

  Background:
    Given Anna, a lead engineer of controls engineering, at EWS-1

  @attack @DEC-02 @T0859
  Scenario: No second factor
    Given Anna has an open change ticket for LIC-402
    And Anna has not used a second factor
    When Anna tries to set LIC-402.SP to 85 %
    Then LIC-402.SP has not changed
    And Anna has learned nothing

  @attack @DEC-02 @T0859
  Scenario: A workstation that endpoint detection calls infected
    Given Anna has an open change ticket for LIC-402
    And endpoint detection calls EWS-1 infected
    When Anna tries to set LIC-402.SP to 85 %
    Then LIC-402.SP has not changed
    And Anna has learned nothing

  @attack @DEC-02 @T0859
  Scenario: Somebody of another group
    Given Carl, an accountant, at EWS-2
    And Carl has an open change ticket for LIC-402
    When Carl tries to set LIC-402.SP to 85 %
    Then LIC-402.SP has not changed
    And Carl has learned nothing

  @attack @DEC-03 @SAF-01 @T0843
  Scenario: A direct download without a ticket
    When Anna tries to download a parameter set to LIC-402
    Then nothing in the plant has changed
    And the stations have noticed nothing

  @attack @DEC-03 @T0843
  Scenario: A ticket for the neighbour
    Given Anna has an open change ticket for LIC-401
    When Anna tries to download a parameter set to LIC-402
    Then nothing in the plant has changed

  @attack @DEC-03 @T0859
  Scenario: A ticket whose window has not opened yet
    Given Anna has a change ticket for LIC-402 that opens in 1 h
    When Anna tries to set LIC-402.SP to 85 %
    Then LIC-402.SP has not changed

  @attack @DEC-05 @SAF-01 @RES-01 @T0814 @T0855
  Scenario Outline: The decision point is <so>
    Given the decision point is <so>
    When Anna tries to set LIC-402.SP to 85 %
    Then LIC-402.SP has not changed
    And the stations have noticed nothing

    Examples:
      | so               |
      | silent           |
      | gone             |
      | failing          |
      | late             |
      | talking nonsense |
