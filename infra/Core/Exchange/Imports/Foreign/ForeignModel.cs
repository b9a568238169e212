using Infra.Diagnostics;

namespace Infra.Exchange.Imports.Foreign;

/// <summary>Finds the Bedrock model for a prompt of another system.</summary>
internal static class ForeignModel
{
    /// <summary>The model to write: that of <c>--model</c>, otherwise the one in the file if it may be Bedrock's.
    /// Bedrock's ids start with a provider and a full stop, or are ARNs; anything else is reported.</summary>
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

    /// <summary>A model id without the prefixes of promptfoo, LiteLLM and others.</summary>
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
