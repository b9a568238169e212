using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Infra.Local.Protocol.Models;

/// <summary>What an AWS service model says about one kind of value. Shapes mention each other by name.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Structure), "structure")]
[JsonDerivedType(typeof(Items), "list")]
[JsonDerivedType(typeof(Mapping), "map")]
[JsonDerivedType(typeof(Text), "string")]
[JsonDerivedType(typeof(Whole), "integer")]
[JsonDerivedType(typeof(Single), "float")]
[JsonDerivedType(typeof(Number), "double")]
[JsonDerivedType(typeof(Flag), "boolean")]
[JsonDerivedType(typeof(Time), "timestamp")]
[JsonDerivedType(typeof(Blob), "blob")]
[JsonDerivedType(typeof(Document), "document")]
internal abstract record ServiceShape
{
    private ServiceShape()
    {
    }

    /// <summary>Whether messages must not repeat the value.</summary>
    public bool Sensitive { get; init; }

    /// <summary>An object with known members; as a union, exactly one of them.</summary>
    public sealed record Structure : ServiceShape
    {
        public required ImmutableSortedDictionary<string, Member> Members { get; init; }

        public ImmutableArray<string> Required { get; init => field = value.IsDefault ? [] : value; } = [];

        public bool Union { get; init; }

        /// <summary>The member that is the whole body of the request, if one is.</summary>
        public string? Payload { get; init; }
    }

    /// <summary>A list.</summary>
    public sealed record Items(Member Member) : ServiceShape
    {
        public int? Min { get; init; }

        public int? Max { get; init; }
    }

    /// <summary>An object whose keys are data.</summary>
    public sealed record Mapping(Member Key, Member Value) : ServiceShape
    {
        public int? Min { get; init; }

        public int? Max { get; init; }
    }

    /// <summary>A string: its length, its pattern, its permitted values.</summary>
    public sealed record Text : ServiceShape
    {
        private Regex? compiled;

        public int? Min { get; init; }

        public int? Max { get; init; }

        public string? Pattern { get; init; }

        public ImmutableArray<string> Enum { get; init => field = value.IsDefault ? [] : value; } = [];

        /// <summary>Whether the whole text has the pattern, as AWS reads patterns.</summary>
        public bool Matches(string text) =>
            Pattern is null
            || (compiled ??= SafePattern.Of($@"\A(?:{Pattern})\z")!).Finds(text) is true;
    }

    /// <summary>An integer.</summary>
    public sealed record Whole : ServiceShape
    {
        public long? Min { get; init; }

        public long? Max { get; init; }
    }

    /// <summary>A number that AWS keeps in single precision: 0.999 comes back as 0.9990000128746033.</summary>
    public sealed record Single : ServiceShape
    {
        public double? Min { get; init; }

        public double? Max { get; init; }
    }

    /// <summary>A number in double precision.</summary>
    public sealed record Number : ServiceShape;

    /// <summary>True or false.</summary>
    public sealed record Flag : ServiceShape;

    /// <summary>A moment: text in the ISO 8601 format, else seconds since 1970.</summary>
    public sealed record Time : ServiceShape
    {
        public string? TimestampFormat { get; init; }
    }

    /// <summary>Bytes: Base64 inside JSON, verbatim as a body.</summary>
    public sealed record Blob : ServiceShape
    {
        public int? Min { get; init; }

        public int? Max { get; init; }
    }

    /// <summary>Any JSON, kept as it is.</summary>
    public sealed record Document : ServiceShape;
}

/// <summary>A use of a shape.</summary>
/// <param name="Shape">The name of the shape.</param>
internal sealed record Member(string Shape)
{
    /// <summary>Where it stands: <c>uri</c>, <c>querystring</c>, <c>header</c>; null for the body.</summary>
    public string? Location { get; init; }

    /// <summary>Its name there.</summary>
    public string? LocationName { get; init; }

    /// <summary>Whether clients fill it so that a repeated request counts once.</summary>
    public bool IdempotencyToken { get; init; }
}
