@plant-tank-farm
Feature: There is no way around the product
  The best product is worth nothing if the cable beside it works. Whether somebody came is read from the host that was
  knocked at.

  @attack @ENF-05 @SAF-01 @T0846 @T0886
  Scenario: Every host looks for a way past the product
    When every host knocks at every other
    Then nobody has come past the product
    And the stations have noticed nothing

  @attack @ENF-07 @SAF-01 @T0886
  Scenario: Every host claims to be another
    When every host asks for connections under the addresses of others
    Then no false address has passed the product
    And the stations have noticed nothing

  @attack @ENF-09 @SAF-01 @T0886
  Scenario: A laptop with a card in two zones asks past the product and wants the answers through it
    When INTRUDER-L2 asks the controllers of cell-2 by a second network card
    Then no answer has passed the product unasked
    And the stations have noticed nothing

  @attack @SAF-04 @T0885
  Scenario: Who stands behind a data diode talks back
    When every host at a data diode sends against it
    Then nothing has come back through it

  @attack @ENF-10 @T0830 @T0855
  Scenario: A neighbour takes the address of the operator's station
    Given Mallory, an intruder, at HIST-1
    And Mallory has taken the address of SCADA-1
    When Mallory tries to set LIC-101.SP to 85 %
    Then LIC-101.SP has not changed
    And Mallory has learned nothing
