Feature: The decision point decides as the policy means
  It is asked past the product: at the edges of every condition, for every pair of them, and by rules that hold for any policy.

  @pdp @conformance @DEC-06
  Scenario: Question by question
    When the decision point is asked all that the policy tells apart
    Then it has decided each as the policy means

  @pdp @conformance @DEC-06
  Scenario: Many questions in one message
    When the decision point is asked all that the policy tells apart, 100 questions at a time
    Then it has decided each as the policy means
