using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Definitions.Templates;

/// <summary>The place of each character of a scalar in its file.</summary>
/// <remarks>
/// YAML drops indentation, folds lines and decodes escapes; so content and spelling are walked side by side once
/// (<see cref="ScalarWalk"/>). That happens when the first place is asked for: it costs nothing for a file without
/// problems.
/// </remarks>
public sealed class ScalarPlaces
{
    private readonly YamlNode.Scalar _scalar;
    private readonly IReadOnlyList<ScalarRun> _runs;

    internal ScalarPlaces(YamlNode.Scalar scalar) => (_scalar, _runs) = (scalar, ScalarWalk.Runs(scalar));

    /// <summary>The place of the content's character at this index; the scalar's start when it cannot be
    /// determined.</summary>
    public Location Locate(int offset)
    {
        var at = SortedStarts.IndexAt(_runs, run => run.Content, offset);
        var raw = at < 0 ? int.MaxValue : _runs[at].Raw + (offset - _runs[at].Content);
        return raw <= _scalar.Source.End ? _scalar.Source.Source.LocationOf(raw) : _scalar.At;
    }
}

/// <summary>The start of a run: content and file advance together until the next run.</summary>
/// <param name="Content">Index in the scalar's content.</param>
/// <param name="Raw">Index in the file.</param>
internal readonly record struct ScalarRun(int Content, int Raw);
