using System.Collections.Immutable;
using Infra.Planning;

namespace Infra.Cli.Status;

/// <summary>What exists of one prompt or flow, compared with the stack's file.</summary>
/// <param name="Alias">The declared alias.</param>
/// <param name="Served">What callers get: <c>release 2</c>, <c>draft</c>, or why they get nothing.</param>
/// <param name="Version">The version's number on AWS; null where there is none.</param>
/// <param name="Arn">The ARN in the alias; null where there is no alias.</param>
/// <param name="Differences">The differences, as sentences; empty where there are none.</param>
internal sealed record NameStatus(
    DeclaredAlias Alias, string Served, string? Version, string? Arn, ImmutableArray<string> Differences)
{
    /// <summary>Since when the file has this target, according to git; null when unknown.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The value of the experiment's parameter; null where there is none.</summary>
    public string? Experiment { get; init; }

    /// <summary>Its owner; null when not stated.</summary>
    public string? Owner { get; init; }

    /// <summary>The models that it calls, and when each is shut down.</summary>
    public ImmutableArray<(string Model, DateOnly? End)> Models { get; init; } = [];

    /// <summary>The target in the stack's file: <c>release 2</c> or <c>draft</c>.</summary>
    public string Said => Named(Alias.Release);

    /// <summary>Whether AWS and the file agree.</summary>
    public bool IsEqual => Differences.IsEmpty;

    /// <summary>A release or the draft, in words.</summary>
    public static string Named(int? release) => release is { } number ? $"release {number}" : "draft";
}

/// <summary>A resource with one of the stack's names that is in no plan.</summary>
/// <param name="Kind"><c>prompt</c>, <c>flow</c> or <c>parameter</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Identifier">Its ARN, or else its name.</param>
internal sealed record Orphan(string Kind, string Name, string Identifier);

/// <summary>What exists of a stack.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Names">The names, in ordinal order.</param>
/// <param name="Orphans">The resources that are in no plan, in ordinal order.</param>
internal sealed record StackStatus(
    string Stack, ImmutableArray<NameStatus> Names, ImmutableArray<Orphan> Orphans)
{
    /// <summary>Whether AWS has what the files state, and nothing else.</summary>
    public bool IsEqual => Orphans.IsEmpty && Names.All(name => name.IsEqual);
}
