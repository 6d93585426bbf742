Feature: A product that is gone opens nothing
  Who can make a product fall over must not find an open door behind it.

  @attack @RES-05 @T0814 @T0886
  Scenario: Every host looks for a way while the product is off
    Given the product is switched off
    When every host knocks at every other
    Then nobody has come past the product
