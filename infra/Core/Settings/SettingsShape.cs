using Infra.Definitions.Format;

namespace Infra.Settings;

/// <summary>What a stack may set under <c>bedrock-prompts:</c>.</summary>
public static class SettingsShape
{
    private static readonly Kind Release = new Kind.Number(1, Whole: true);

    private static readonly Kind Target = new Kind.Either(
        new Kind.Word("draft", "latest"),
        Release,
        new Kind.ListOf(Release),
        new Kind.Keys(new(
            "a target",
            "The releases a stack keeps, and which one is live.",
            new("kept", new Kind.ListOf(Release), "Releases this stack keeps, oldest first.", Required: true),
            new("live", Release, "The one that callers get.", Required: true))));

    /// <summary>The settings.</summary>
    public static readonly Shape Settings = new(
        "bedrock-prompts' settings",
        "What a stack serves, and how it names it.",
        new("live", new Kind.MapOf(Target),
            "What is served of each name: draft, latest, a release, a list, or kept and live."),
        new("default", new Kind.Word("none", "draft", "latest"),
            "What is served of names that are not listed; none if absent."),
        new("retain", new Kind.Number(2, 8, Whole: true), "How many releases promotion keeps, 2 to 8; 5 if absent."),
        new("namePrefix", new Kind.Text(), "What names on AWS start with; <stack>- if absent."),
        new("parameterPath", new Kind.Text(), "Where the alias parameters lie; /bedrock-prompts/<stack> if absent."),
        new("values", new Kind.MapOf(new Kind.Text()), "What ${name} stands for."),
        new("tags", new Kind.MapOf(new Kind.Text()), "Tags of every resource."),
        new("inferenceProfiles", new Kind.MapOf(new Kind.ListOf(new Kind.Text())),
            "Where an inference profile or prompt router leads: regions of its model, or ARNs of models."),
        new("promptModels", new Kind.MapOf(new Kind.Text()), "The model behind a prompt that flows name by its ARN."),
        new("encryptionKey", new Kind.Text(), "ARN of the KMS key that encrypts prompts and flows."),
        new("protect", new Kind.Flag(), "true: prompts, flows and aliases are protected from deletion."));
}
