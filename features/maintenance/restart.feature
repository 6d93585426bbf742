@plant-tank-farm
Feature: The product is restarted
  An update, a power cut, a crash: sooner or later every product is off for a while. The plant goes on, and what worked
  before works again when the product is back, without a hand on the stations.

  @maintenance @RES-02
  Scenario: The product is off for a while
    When the product is switched off for 3 s
    Then the stations see all controllers again within 10 s

  @maintenance @RES-06
  Scenario: The product crashes and is started again
    When the product is killed and started again after 2 s
    Then the stations see all controllers again within 10 s

  @maintenance @RES-07
  Scenario: The product hangs for a while
    When the product hangs for 3 s
    Then the stations see all controllers again within 10 s

  @maintenance @RES-08
  Scenario: An operator acts while the disk of the product is full
    Given the disk of the product is full
    When the operator at SCADA-1 sets LIC-101.SP to 45 %
    Then LIC-101.SP has changed to 45 % once
    And the stations have noticed nothing

  @maintenance @RES-09
  Scenario Outline: The clock of the product is <wrong>
    Given the clock of the product is <wrong>
    When the operator at SCADA-1 waits up to 10 s to see all again and sets LIC-101.SP to 45 %
    Then the stations see all controllers again within 10 s

    Examples:
      | wrong       |
      | 30 s ahead  |
      | 30 s behind |
