using System.Collections.Frozen;

namespace Infra.Models;

/// <summary>What the service answers, word for word, when a model refuses a request.</summary>
/// <remarks>Source: the errors in the embedded <c>models.json</c>, from reports of 2025-10 to 2026-10.</remarks>
public static class ModelErrors
{
    private static readonly Lazy<FrozenDictionary<string, ModelError>> All = new(() =>
        ModelsFile.Errors.EnumerateObject().ToFrozenDictionary(
            error => error.Name,
            error => new ModelError(
                error.Value.GetProperty("code").GetString()!, error.Value.GetProperty("message").GetString()!),
            StringComparer.Ordinal));

    /// <summary>The names of the errors.</summary>
    public static IEnumerable<string> Names => All.Value.Keys.Order(StringComparer.Ordinal);

    /// <summary>The error of a name.</summary>
    public static ModelError Of(string name) => All.Value[name];
}

/// <summary>An error as the service answers it.</summary>
/// <param name="Code">As in <c>ValidationException</c>.</param>
/// <param name="Message">The message.</param>
public sealed record ModelError(string Code, string Message);
