using System.Collections.Immutable;
using Infra.Values;

namespace Infra.Models;

/// <summary>What a call uses of a model: either of a prompt that is checked or of a request to the local
/// Bedrock.</summary>
/// <param name="Model">A model id, an inference-profile id, or an ARN.</param>
public sealed record ModelUse(string Model)
{
    /// <summary>The spellings of topK in models' own fields.</summary>
    private static readonly ImmutableArray<ImmutableArray<string>> TopKSpellings =
        [["top_k"], ["topK"], ["k"], ["inferenceConfig", "topK"]];

    /// <summary>The temperature; null if not stated.</summary>
    public decimal? Temperature { get; init; }

    /// <summary>topP; null if not stated.</summary>
    public decimal? TopP { get; init; }

    /// <summary>Fields for the model that are not Bedrock's own.</summary>
    public Value? Fields { get; init; }

    /// <summary>Whether stop sequences are given.</summary>
    public bool Stops { get; init; }

    /// <summary>The longest answer, in tokens; null if not stated.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Whether there is a system text.</summary>
    public bool System { get; init; }

    /// <summary>Whether the last message is the assistant's.</summary>
    public bool EndsWithAssistant { get; init; }

    /// <summary>Whether there are tools.</summary>
    public bool Tools { get; init; }

    /// <summary>Whether the answer is streamed.</summary>
    public bool Streams { get; init; }

    /// <summary>Whether there are images.</summary>
    public bool Images { get; init; }

    /// <summary>Whether there is a cache point.</summary>
    public bool CachePoint { get; init; }

    /// <summary>topK in any of its spellings; null if not stated.</summary>
    internal (ImmutableArray<string> Path, decimal Value)? TopK
    {
        get
        {
            foreach (var path in TopKSpellings)
            {
                if (At(path) is Value.Number number)
                {
                    return (path, number.Content);
                }
            }

            return null;
        }
    }

    private Value? At(ImmutableArray<string> path)
    {
        var value = Fields;
        foreach (var key in path)
        {
            value = ((value is Value.Document document ? document.Content : value) as Value.Map)?[key];
        }

        return value;
    }
}
