using System.Collections.Immutable;

namespace Infra.Definitions.Format;

/// <summary>What the test cases of <c>tests:</c> and the defaults of <c>testDefaults:</c> may contain.</summary>
public static class TestShape
{
    private static readonly ImmutableArray<Field> Shared =
    [
        new("given", new Kind.MapOf(new Kind.Anything()), "Values of the variables; an absent one takes its example."),
        new("expect", new Kind.ListOf(ExpectationShape.Expectation), "What the answer must satisfy."),
        new("tags", new Kind.ListOf(new Kind.Text()), "Words to select cases by."),
        new("repeat", new Kind.Number(1, Whole: true), "How often it is run; 1 if absent."),
        new("pass", new Kind.Text(), "How many runs must pass, as in 4 of 5; all if absent."),
        new("timeout", new Kind.Text(), "The longest time that a run may take, as in 30s."),
        new("judge", new Kind.Later(() => Judge.Kind), "The judge of rubrics; absent keys are the stack's."),
        new("stubs", new Kind.MapOf(new Kind.Verbatim()),
            "Flows: the answers of nodes that call other services, for the local Bedrock."),
    ];

    private static readonly Kind Sample = new Kind.Either(
        new Kind.Text(),
        new Kind.Keys(new(
            "a sample",
            "An answer that calls a tool.",
            new("tool", new Kind.Text(), "The tool.", Required: true),
            new("input", new Kind.MapOf(new Kind.Verbatim()), "Its input."),
            new("text", new Kind.Text(), "The text beside it."))));

    /// <summary>A case.</summary>
    public static readonly Shape Case = new(
        "a test",
        "A case run against what is deployed.",
        [
            new("name", new Kind.Text(), "A name that says what is tested; unique in the file.", Required: true),
            .. Shared,
            new("sample", Sample,
                "An answer that must pass; checks the expectations without calling a model."),
            new("badSample", Sample,
                "An answer that must not pass; the judge is tried on both samples before it judges."),
            new("sampleOf", new Kind.Text("^[0-9a-f]{8}$"),
                "Written by 'prompts smoke --record': the digest of the content that the sample was recorded from."),
        ]);

    /// <summary>Defaults for every case of the file.</summary>
    public static readonly Shape Defaults = new(
        "'testDefaults'",
        "Defaults for every case of the file: lists and values are added to the case's own, which take precedence.",
        Shared);

    /// <summary>The keys of a definition that concern tests.</summary>
    internal static readonly ImmutableArray<Field> Fields =
    [
        new("testDefaults", new Kind.Keys(Defaults), Defaults.Summary),
        new("tests", new Kind.ListOf(new Kind.Keys(Case)), "Cases run against what is deployed."),
    ];
}
