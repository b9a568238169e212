using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Definitions.Yaml;

public sealed class YamlWriterTests
{
    [Theory]
    [InlineData("")]
    [InlineData("no")]
    [InlineData("1.0")]
    [InlineData("- a")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("\n leading")]
    [InlineData("trailing blanks  \nnext\n\n\n")]
    [InlineData("---\nline")]
    [InlineData("a\r\nb")]
    [InlineData("tab\there\n\tand there")]
    [InlineData("next\u0085line")]
    [InlineData("日本語の\nテキスト 😀")]
    [InlineData("{{variable}} ${value} \\ \"quoted\"")]
    [InlineData("'")]
    [InlineData("null")]
    [InlineData("x:")]
    public void A_text_survives_to_the_character(string text) =>
        Read(YamlWriter.Write(
            YamlNodes.Map(("text", YamlNodes.Text(text)), ("list", YamlNodes.List(YamlNodes.Text(text))))))
            .Should().Be(CanonicalJson.Compact(Shorthand.Map(("text", text), ("list", Shorthand.List(text)))));

    [Fact]
    public void Whatever_is_written_is_read_back_the_same() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261121, 7),
            Prop.ForAll(Documents().ToArbitrary(), document =>
                Read(YamlWriter.Write((YamlNode.Mapping)YamlNodes.Of(document))) == CanonicalJson.Compact(document)));

    private static string Read(string yaml)
    {
        var report = new List<Diagnostic>();
        var node = YamlCursor.Read(new SourceText("written.yaml", yaml), report);
        report.Should().BeEmpty(yaml);
        return CanonicalJson.Compact(node!.ToValue());
    }

    private static Gen<Value> Documents() => Maps(3).Where(value => value is Value.Map { Entries.Count: > 0 });

    private static Gen<Value> Values(int depth) => depth == 0
        ? Leaves()
        : Gen.Frequency((3, Leaves()), (1, Maps(depth - 1)),
            (1, Values(depth - 1).ListOf(3).Select(items => (Value)Shorthand.List(items))));

    private static Gen<Value> Maps(int depth) =>
        Gen.Zip(Texts(), Values(depth)).ListOf(4).Select(entries =>
            (Value)Shorthand.Map(entries.DistinctBy(entry => entry.Item1)
                .Select(entry => (entry.Item1, (Value?)entry.Item2))));

    private static Gen<Value> Leaves() => Gen.OneOf(
        Texts().Select(text => (Value)text),
        Gen.Choose(-1000, 1000).Select(number => (Value)(number / 8m)),
        Gen.Elements<Value>(true, false, new Value.Null()));

    private static Gen<string> Texts() => Gen
        .Elements("a", "b", " ", "  ", "\n", "-", ":", "#", "'", "\"", "{", "}", "[", "|", ">", "&", "*", "!", "%", "@",
            "`", ",", "é", "日", "😀", "0", "\t", "\\", "~", "?", "=")
        .ListOf(6)
        .Select(string.Concat);
}
