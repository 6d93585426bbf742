@plant-two-phase-reactor
Feature: The safety system acts alone
  Nothing of a product stands in the loop of a safety system, so nothing of it can keep a trip from coming.

  @maintenance @SAF-03
  Scenario: A trip comes in time with the product in place
    When the operator at HMI-1 sets RIC-1.MODE to MAN
    And the operator at HMI-1 sets RIC-1.PURGE_OUT to 0 %
    And the operator at HMI-1 sets RIC-1.FEED1_OUT to 100 %
    And the plant runs for 40 s
    Then PSHH-1 has tripped within its process safety time
    And R-1.ruptured has stayed below 0.5

  @maintenance @SAF-03 @SAF-09
  Scenario: A trip comes in time while the product is dead
    Given the product is switched off
    When the operator at HMI-1 sets RIC-1.MODE to MAN
    And the operator at HMI-1 sets RIC-1.PURGE_OUT to 0 %
    And the operator at HMI-1 sets RIC-1.FEED1_OUT to 100 %
    And the plant runs for 40 s
    Then PSHH-1 has tripped within its process safety time
    And R-1.ruptured has stayed below 0.5
