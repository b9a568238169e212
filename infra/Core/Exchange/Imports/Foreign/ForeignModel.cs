using Infra.Diagnostics;

namespace Infra.Exchange.Imports.Foreign;

/// <summary>The model of a prompt of another system, in Bedrock's words.</summary>
internal static class ForeignModel
{
    /// <summary>The model to write: the one given with <c>--model</c>, else what the file names, if Bedrock may have
    /// it.
    /// Bedrock's ids have a provider before a point, or are ARNs; anything else is reported.</summary>
    public static string? Of(ImportedPart holder, string key, string? stated, ImportRequest request)
    {
        if (request.Model is { } given)
        {
            return given;
        }

        if (stated is not null && stated.Split('/', ':').Any(part => part.Contains('.', StringComparison.Ordinal)))
        {
            return Bare(stated);
        }

        holder.Report.Add(stated is null
            ? Problems.ImportLacksModel(holder.AtOf(key), holder.PlaceOf(key))
            : Problems.ImportedModel(holder.AtOf(key), holder.PlaceOf(key), stated));
        return null;
    }

    /// <summary>Without the prefixes that promptfoo, LiteLLM and others put before a model's id.</summary>
    private static string Bare(string stated)
    {
        foreach (var prefix in new[] { "bedrock:converse:", "bedrock/converse/", "bedrock:", "bedrock/" })
        {
            if (stated.StartsWith(prefix, StringComparison.Ordinal))
            {
                return stated[prefix.Length..];
            }
        }

        return stated;
    }
}
