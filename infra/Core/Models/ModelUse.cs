using System.Collections.Immutable;
using Infra.Values;

namespace Infra.Models;

/// <summary>What a call asks of a model, be it a prompt that is checked or a request that arrived.</summary>
/// <param name="Model">A model id, an inference-profile id, or an ARN.</param>
public sealed record ModelUse(string Model)
{
    /// <summary>How models spell topK, wherever they take it.</summary>
    private static readonly ImmutableArray<ImmutableArray<string>> TopKSpellings =
        [["top_k"], ["topK"], ["k"], ["inferenceConfig", "topK"]];

    /// <summary>temperature; null if it is not stated.</summary>
    public decimal? Temperature { get; init; }

    /// <summary>topP; null if it is not stated.</summary>
    public decimal? TopP { get; init; }

    /// <summary>What goes to the model beside Bedrock's own fields.</summary>
    public Value? Fields { get; init; }

    /// <summary>Whether there are stop sequences.</summary>
    public bool Stops { get; init; }

    /// <summary>The longest answer; null if it is not stated.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Whether something is said before the conversation.</summary>
    public bool System { get; init; }

    /// <summary>Whether the conversation ends with the assistant.</summary>
    public bool EndsWithAssistant { get; init; }

    /// <summary>Whether there are tools.</summary>
    public bool Tools { get; init; }

    /// <summary>Whether the answer is streamed.</summary>
    public bool Streams { get; init; }

    /// <summary>Whether there are images.</summary>
    public bool Images { get; init; }

    /// <summary>Whether there is a cache point.</summary>
    public bool CachePoint { get; init; }

    /// <summary>topK, however it is spelt; null if it is not stated.</summary>
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
