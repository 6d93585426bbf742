@plant-tank-farm
Feature: The operator sees and acts
  The operator's view and the operator's hand are essential functions: no control may hinder them.

  @maintenance @SAF-02
  Scenario: The control room shuts a tank down in an emergency
    When the operator at SCADA-1 sets LIC-401.ESD to on
    Then LIC-401.ESD has changed to on once
    And the operator at SCADA-1 has not had to wait
    And the stations have noticed nothing

  @maintenance @SAF-02
  Scenario: The control room takes a loop by hand
    When the operator at SCADA-1 sets LIC-405.SP to 35 %
    Then LIC-405.SP has changed to 35 % once
    And the operator at SCADA-1 has not had to wait

  @maintenance @SAF-02 @RES-01
  Scenario: The operator sees and acts when the decision point has been gone for longer than a permit holds
    Given the decision point has been silent for 6 s
    When the operator at SCADA-1 sets LIC-101.SP to 45 %
    Then LIC-101.SP has changed to 45 % once
    And the operator at SCADA-1 has not had to wait
    And the stations have noticed nothing

  @maintenance @IDN-04
  Scenario Outline: The certificate of <station> is renewed
    When the certificate of <station> is renewed
    Then the stations have noticed nothing

    Examples:
      | station |
      | AGG-1   |
      | SCADA-1 |

  @maintenance @LAT-02
  Scenario: The aggregator reads all controllers in each cycle
    When the stations work for 5 s
    Then AGG-1 has read all its controllers in each cycle
