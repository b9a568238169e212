using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Definitions.Templates;

/// <summary>The origin of a piece of text: a YAML scalar, or a whole file.</summary>
public readonly record struct TextOrigin
{
    private readonly YamlNode.Scalar? _scalar;
    private readonly SourceText? _file;
    private readonly int _skipped;

    /// <summary>The characters of a scalar from an offset on.</summary>
    public TextOrigin(YamlNode.Scalar scalar, int skipped) => (_scalar, _skipped) = (scalar, skipped);

    /// <summary>The characters of a file from an offset on.</summary>
    public TextOrigin(SourceText file, int skipped) => (_file, _skipped) = (file, skipped);

    /// <summary>The same origin, further on.</summary>
    public TextOrigin Skip(int characters) => _scalar is null
        ? new(_file!, _skipped + characters)
        : new(_scalar, _skipped + characters);

    /// <summary>The place of a character, counted from the start of the piece.</summary>
    public Location Locate(int offset) => _scalar is null
        ? _file!.LocationOf(_skipped + offset)
        : _scalar.Places.Locate(_skipped + offset);
}
