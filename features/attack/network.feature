Feature: There is no way around the product
  The best product is worth nothing if the cable beside it works. Whether somebody came is read from the host that was
  knocked at.

  @attack @ENF-05 @SAF-01 @T0846 @T0886
  Scenario: Every host looks for a way past the product
    When every host knocks at every other
    Then nobody has come past the product
    And the stations have noticed nothing
