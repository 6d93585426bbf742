@plant-tank-farm
Feature: A product that is gone leaves the ways as it declares
  Who can make a product fall over must not find an open door behind it; unless the plant wants it so, because the
  operator must see and act whatever happens, and the product says so.

  @attack @RES-05 @T0814 @T0886
  Scenario: Every host looks for a way while the product is off
    Given the product is switched off
    When every host knocks at every other
    Then the ways through it are as the product declares

  @attack @RES-07 @T0814 @T0855
  Scenario: An intruder tries while the product hangs
    Given Mallory, an intruder, at INTRUDER-L4
    And the product hangs
    When Mallory tries to set LIC-102.SP to 85 %
    Then LIC-102.SP has not changed

  @attack @RES-08 @T0814 @T0855
  Scenario: An intruder tries while the disk of the product is full
    Given Mallory, an intruder, at INTRUDER-L4
    And the disk of the product is full
    When Mallory tries to set LIC-102.SP to 85 %
    Then LIC-102.SP has not changed
    And the stations have noticed nothing
