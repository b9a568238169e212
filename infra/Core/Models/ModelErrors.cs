using System.Collections.Frozen;

namespace Infra.Models;

/// <summary>What the service answers, word for word, to what a model refuses.</summary>
/// <remarks>Source: the errors of the embedded <c>models.json</c>, in reports of 2025-10 to 2026-10.</remarks>
public static class ModelErrors
{
    private static readonly Lazy<FrozenDictionary<string, ModelError>> All = new(() =>
        ModelsFile.Errors.EnumerateObject().ToFrozenDictionary(
            error => error.Name,
            error => new ModelError(
                error.Value.GetProperty("code").GetString()!, error.Value.GetProperty("message").GetString()!),
            StringComparer.Ordinal));

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Value.Keys.Order(StringComparer.Ordinal);

    /// <summary>An error by its name.</summary>
    public static ModelError Of(string name) => All.Value[name];
}

/// <summary>An answer of the service.</summary>
/// <param name="Code">As in <c>ValidationException</c>.</param>
/// <param name="Message">Its words.</param>
public sealed record ModelError(string Code, string Message);
