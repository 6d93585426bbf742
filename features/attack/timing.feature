Feature: An attack does not slow the plant down
  Whoever cannot get through may still keep the product so busy that others wait.

  @attack @LAT-04 @T0814 @T0855 @measuring
  Scenario: Supervision while an intruder tries to write
    Given Mallory, an intruder, at INTRUDER-L4
    When the latency from SCADA-1 to LIC-101 is measured while Mallory tries again and again to write LIC-102.SP
    Then the added latency is inside the budget
    And LIC-102.SP has not changed
