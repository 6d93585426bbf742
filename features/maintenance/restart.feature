@plant-tank-farm
Feature: The product is restarted
  An update, a power cut, a crash: sooner or later every product is off for a while. The plant goes on, and what worked
  before works again when the product is back, without a hand on the stations.

  @maintenance @RES-02
  Scenario: The product is off for a while
    When the product is switched off for 3 s
    Then the stations see all controllers again within 10 s
