@plant-tank-farm
Feature: What an attack does to the tanks
  A changed tag is only the beginning. Each of these attacks has a physical end when the product lets it through; it is
  judged by the truth of the process, whatever the operator is shown.

  Background:
    Given Mallory, an intruder, at INTRUDER-L4

  @attack @SAF-06 @T0836 @T0831
  Scenario: A set-point drifts away slowly
    When Mallory tries to drift LIC-204.SP from 50 to 120 within 15 s
    Then T-204.spilled stays below 1 for 10 s more

  @attack @SAF-06 @T0855 @T0831
  Scenario: A valve is swung open and shut
    Given Mallory tries to hold LIC-203.MODE at MAN for 1 s
    When Mallory tries to swing LIC-203.OUT between 0 and 100 for 18 s
    Then T-203.level has stayed below 75

  @attack @SAF-06 @T0836 @T0879
  Scenario: A pump is run dry
    When Mallory tries to hold LIC-202.OUT_MAX at 0 % for 32 s
    Then T-202.dryRunSeconds has stayed below 1

  @attack @SAF-06 @T0843 @T0856
  Scenario: The operator is shown a calm level while the tank spills over
    When Mallory tries to download the program level-loop-tampered to LIC-403
    Then T-403.spilled stays below 1 for 12 s more

  @attack @SAF-06 @T0878 @T0836
  Scenario: A flood of alarms
    When Mallory tries to set SP of all controllers to 96
    Then at most 2 alarms come up within 12 s

  @attack @SAF-06 @T0827 @T0855
  Scenario: The operator's hand is overruled
    Given Mallory tries to hold LIC-405.MODE at MAN for 1 s
    And the operator at SCADA-1 sets LIC-405.MODE to AUTO
    And Mallory tries to hold LIC-405.MODE at MAN for 1 s
    When Mallory tries to hold LIC-405.OUT at 100 % for 12 s
    Then T-405.spilled has stayed below 1

  @attack @SAF-06 @T0856 @T0836
  Scenario: A box on the wire replays a calm level while the tank spills over
    Given the plant runs for 3 s
    And the sensor T-404.level replays its last 2 s
    When Mallory tries to hold LIC-404.SP at 95 % for 15 s
    Then T-404.spilled has stayed below 1

  @attack @SAF-10 @T0814 @T0829 @T0827
  Scenario: The operator fills a tank by hand and all connections are taken
    Given Mallory keeps taking connections of LIC-401
    And the operator at SCADA-1 sets LIC-401.MODE to MAN
    And the operator at SCADA-1 sets LIC-401.OUT to 100 %
    And the cable of SCADA-1 is pulled for 3 s
    When the operator at SCADA-1 waits up to 10 s to see all again and sets LIC-401.OUT to 0 %
    Then T-401.spilled stays below 1 for 12 s more
    And the stations see all controllers again within 10 s
