@plant-two-phase-reactor
Feature: A reactor is pushed
  The control of a reactor and the safety system that guards it are two systems. An intruder who has got at both, as in
  2017 with TRITON, first blinds the one and then pushes with the other.

  @attack @SAF-06 @T0831 @T0855
  Scenario: The reactor is pushed and its safety system is sound
    Given Mallory, an intruder, at INTRUDER-L4
    And Mallory tries to set RIC-1.MODE to MAN
    And Mallory tries to set RIC-1.PURGE_OUT to 0 %
    When Mallory tries to hold RIC-1.FEED1_OUT at 100 % for 40 s
    Then R-1.ruptured has stayed below 0.5
    And PSHH-1 has not tripped

  @attack @SAF-07 @T0831 @T0855 @T0858
  Scenario: The safety system was changed before, with its key left in PROGRAM
    Given the key of SIS-1 stands in PROGRAM
    And somebody at its engineering station has set the limit of PSHH-1 to 3600
    And Mallory, an intruder, at INTRUDER-L4
    And Mallory tries to set RIC-1.MODE to MAN
    And Mallory tries to set RIC-1.PURGE_OUT to 0 %
    When Mallory tries to hold RIC-1.FEED1_OUT at 100 % for 60 s
    Then R-1.ruptured has stayed below 0.5

  @attack @SAF-04 @T0885
  Scenario: Whoever hears the safety system talks back to it
    When every host at a data diode sends against it
    Then nothing has come back through it
