using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Infra.Local.Protocol.Models;

/// <summary>The shape of one kind of value in a service's model. Shapes refer to each other by name.</summary>
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

    /// <summary>An object with fixed members; if it is a union, exactly one of them.</summary>
    public sealed record Structure : ServiceShape
    {
        public required ImmutableSortedDictionary<string, Member> Members { get; init; }

        public ImmutableArray<string> Required { get; init => field = value.IsDefault ? [] : value; } = [];

        public bool Union { get; init; }

        /// <summary>The member that is the whole body of the request, or null.</summary>
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

    /// <summary>A text with its length, its pattern and its permitted values.</summary>
    public sealed record Text : ServiceShape
    {
        private Regex? compiled;

        public int? Min { get; init; }

        public int? Max { get; init; }

        public string? Pattern { get; init; }

        public ImmutableArray<string> Enum { get; init => field = value.IsDefault ? [] : value; } = [];

        /// <summary>Whether the whole text matches the pattern, by AWS's rules.</summary>
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

    /// <summary>A number that AWS stores in single precision: 0.999 is returned as 0.9990000128746033.</summary>
    public sealed record Single : ServiceShape
    {
        public double? Min { get; init; }

        public double? Max { get; init; }
    }

    /// <summary>A number in double precision.</summary>
    public sealed record Number : ServiceShape;

    /// <summary>True or false.</summary>
    public sealed record Flag : ServiceShape;

    /// <summary>A time: a text in ISO 8601, or seconds since 1970.</summary>
    public sealed record Time : ServiceShape
    {
        public string? TimestampFormat { get; init; }
    }

    /// <summary>Bytes: Base64 in JSON, unencoded as a body.</summary>
    public sealed record Blob : ServiceShape
    {
        public int? Min { get; init; }

        public int? Max { get; init; }
    }

    /// <summary>Any JSON, unchanged.</summary>
    public sealed record Document : ServiceShape;
}

/// <summary>A reference to a shape.</summary>
/// <param name="Shape">The name of the shape.</param>
internal sealed record Member(string Shape)
{
    /// <summary>Its place in the request: <c>uri</c>, <c>querystring</c>, <c>header</c>; null for the body.</summary>
    public string? Location { get; init; }

    /// <summary>Its name there.</summary>
    public string? LocationName { get; init; }

    /// <summary>Whether it is a token by which clients make a repeated request count once.</summary>
    public bool IdempotencyToken { get; init; }
}
