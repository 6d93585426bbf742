@plant-two-phase-reactor
Feature: The safety system acts alone
  Nothing of a product stands in the loop of a safety system, so nothing of it can keep a trip from coming.

  @maintenance @SAF-03
  Scenario: A trip comes in time with the product in place
    Given the operator at HMI-1 sets RIC-1.MODE to MAN
    And the operator at HMI-1 sets RIC-1.PURGE_OUT to 0 %
    When the operator at HMI-1 sets RIC-1.FEED1_OUT to 100 %
    Then PSHH-1 trips within 40 s, and within its process safety time
    And R-1.ruptured has stayed below 0.5

  @maintenance @SAF-03 @SAF-09
  Scenario: A trip comes in time while the product is dead
    Given the product is switched off
    And the operator at HMI-1 sets RIC-1.MODE to MAN
    And the operator at HMI-1 sets RIC-1.PURGE_OUT to 0 %
    When the operator at HMI-1 sets RIC-1.FEED1_OUT to 100 %
    Then PSHH-1 trips within 40 s, and within its process safety time
    And R-1.ruptured has stayed below 0.5

  @maintenance @SAF-08
  Scenario: With the key in RUN nobody changes the safety system
    Given the key of SIS-1 stands in RUN
    When somebody at its engineering station tries to set the limit of PSHH-1 to 3600
    Then the limit of PSHH-1 is what it was
