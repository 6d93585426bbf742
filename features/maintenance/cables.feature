@plant-tank-farm
Feature: Cables fail, and the plant goes on
  A cable is pulled by mistake, a plug is half loose, a link is long, lossy or narrow. What worked before works again
  afterwards, and nobody has to lay a hand on it.

  @maintenance @RES-03
  Scenario: The cable between the product and a cell is pulled
    When the cable of the product in cell-1 is pulled for 2 s
    Then the stations see all controllers again within 10 s

  @maintenance @RES-04
  Scenario: The operator acts after the cable to a cell has been pulled
    Given the cable of the product in cell-1 has been pulled for 2 s and plugged in again
    When the operator at SCADA-1 sets LIC-101.SP to 45 %
    Then LIC-101.SP has changed to 45 % once
    And the operator at SCADA-1 has not had to wait

  @maintenance @RES-04
  Scenario: The control room's own cable is pulled
    When the cable of SCADA-1 is pulled for 3 s
    Then the stations see all controllers again within 10 s

  @maintenance @RES-04
  Scenario: Requests pass and answers do not
    When the cable of the product in cell-2 passes nothing to it for 3 s
    Then the stations see all controllers again within 10 s

  @maintenance @RES-04
  Scenario: Answers pass and requests do not
    When the cable of the product in cell-2 passes nothing from it for 3 s
    Then the stations see all controllers again within 10 s

  @maintenance @RES-04
  Scenario Outline: A cable that is <worse>
    Given the cable of the product in cell-3 <what>
    When the stations work for 3 s
    Then the stations see all controllers again within 10 s

    Examples:
      | worse  | what                                   |
      | late   | delays by 20 ms                        |
      | shaky  | delays by 10 ms and 10 ms jitter       |
      | lossy  | loses 2 % of all frames                |
      | mixed  | lets 5 % of all frames be overtaken    |
      | narrow | carries at most 2000 kbit/s            |
