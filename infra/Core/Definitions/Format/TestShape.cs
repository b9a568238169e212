namespace Infra.Definitions;

/// <summary>What a case of <c>tests:</c> may contain.</summary>
public static class TestShape
{
    /// <summary>A case.</summary>
    public static readonly Shape Case = new(
        "a test",
        "A case run against what is deployed.",
        new("name", new Kind.Text(), "What the case is about.", Required: true),
        new("given", new Kind.MapOf(new Kind.Verbatim()), "Values of the variables; an absent one takes its example."),
        new("expect", new Kind.ListOf(new Kind.Verbatim()), "What the answer must satisfy."),
        new("sample", new Kind.Text(), "An answer that must pass; checks the expectations without calling a model."),
        new("tags", new Kind.ListOf(new Kind.Text()), "Words to select cases by."),
        new("repeat", new Kind.Number(1, Whole: true), "How often it is run; 1 if absent."),
        new("pass", new Kind.Text(), "How many runs must pass, as in 4 of 5; all if absent."),
        new("timeout", new Kind.Text(), "How long one run may take, as in 30s."),
        new("stubs", new Kind.MapOf(new Kind.Verbatim()), "Flows: answers of nodes that leave Bedrock, for the local Bedrock."));
}
