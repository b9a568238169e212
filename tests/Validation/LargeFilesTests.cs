using FluentAssertions;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Validation;

/// <summary>Files just below the size limit, written to make a careless reader start over for every
/// character.</summary>
public sealed class LargeFilesTests
{
    private const int Size = 1_000_000;
    private const string Head = "model: amazon.nova-micro-v1:0\ninference: { maxTokens: 300 }\n";

    public static TheoryData<string, string> Files() => new()
    {
        { "text in one line", $"text: {Repeat("{{name}} ")}\n" },
        { "text in many lines", $"text: |\n{Repeat("  Dear {{customer_name}},\n")}" },
        { "folded text", $"text: >\n{Repeat("  Dear {{customer_name}},\n\n")}" },
        { "braces that open", $"text: |\n  {Repeat("{{")}\n" },
        { "braces that open, and close far away", $"text: |\n  {Repeat("{{", Size / 2)}{Repeat("a", Size / 3)}}}}}\n" },
        { "statements that open", $"text: |\n  {Repeat("{%")}\n" },
        { "partials that open", $"text: |\n  {Repeat("{{> ")}\n" },
        { "missing partials", $"text: |\n  {Repeat("{{> a}} ")}\n" },
        { "escapes", $"text: \"{Repeat("\\u00e9{{a}}")}\"\n" },
        { "invisible characters", $"text: \"{Repeat("a\u200b", Size / 3)}\"\n" },
        { "foreign line ends", $"text: \"{Repeat("a\u2028", Size / 3)}\"\n" },
        { "unknown keys", $"text: Hello.\n{string.Concat(Enumerable.Range(0, 60_000).Select(i => $"key-{i}: 1\n"))}" },
        { "the same key", $"text: Hello.\n{Repeat("text: a\n")}" },
        { "unused variables",
            $"text: Hello.\nvariables:\n{string.Concat(Enumerable.Range(0, 60_000).Select(i => $"  v{i}: a\n"))}" },
        { "lists in lists", $"text: {Repeat("[")}\n" },
        { "dashes", $"text: {Repeat("\n- -")}\n" },
        { "comments that allow nothing", $"{Repeat("# prompts: allow\n", Size / 20)}text: Hello.\n" },
        { "starts of secrets", $"text: {Repeat("AKIA")}\n" },
        { "tags around an untrusted variable", $"text: |\n  {Repeat("<a>", Size / 2)} "
            + $"{Repeat("{{name}} ", Size / 3)}\nvariables: {{ name: {{ untrusted: true }} }}\n" },
        { "quotes around an untrusted variable",
            $"text: |\n  {Repeat("\"{{name}}\" ")}\nvariables: {{ name: {{ untrusted: true }} }}\n" },
        { "turns", $"messages:\n{Repeat("- user: a\n")}" },
        { "tools of one name",
            $"messages: [{{ user: a }}]\ntools:\n{Repeat("- { name: a, inputSchema: { type: object } }\n")}" },
    };

    /// <summary>If any step were quadratic, one of these would take minutes: 10^6 characters are 10^12 steps.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void A_megabyte_of_the_worst_is_read_and_checked(string what, string yaml)
    {
        var project = Project.Read(new MemoryTree(("prompts/greeting.yaml", Head + yaml)));

        project.Diagnostics.HasErrors().Should().BeTrue(what);
    }

    private static string Repeat(string text, int size = Size - 1000) =>
        string.Concat(Enumerable.Repeat(text, size / text.Length));
}
