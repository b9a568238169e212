using System.Text;
using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Validation;

/// <summary>Files that no editor would keep as they are: written by the test, read by the console.</summary>
public sealed class UnusualFilesTests
{
    private const string Sound = "model: amazon.nova-micro-v1:0\ninference: { maxTokens: 300 }\ntext: Hello.\n";

    [Fact]
    public async Task A_byte_order_mark_is_one_problem() => await Prints(
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sound)],
        "(1,1): error PRM002: The file starts with a byte order mark (BOM). Save it as UTF-8 without one.");

    [Fact]
    public async Task A_file_that_is_not_utf8_is_one_problem_where_it_stops_being_it() => await Prints(
        [.. Encoding.UTF8.GetBytes(Sound), .. Encoding.UTF8.GetBytes("description: Käse, "),
            .. Encoding.Latin1.GetBytes("Grüße\n")],
        "(4,22): error PRM001: The file is not UTF-8 from here on. Save it as UTF-8.");

    [Fact]
    public async Task Utf16_is_one_problem() => await Prints(
        [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Sound)],
        "(1,1): error PRM001: The file is not UTF-8 from here on. Save it as UTF-8.");

    [Fact]
    public async Task Ten_megabytes_are_one_problem() => await Prints(
        Encoding.UTF8.GetBytes("text: " + new string('a', 10 * 1024 * 1024)),
        "(1,1): error PRM011: The file is larger than 1,048,576 bytes. Split it, or move what is not a prompt "
            + "elsewhere.");

    [Fact]
    public async Task An_empty_file_is_one_problem() =>
        await Prints([], "(1,1): error PRM004: The file is empty. Write a definition or delete the file.");

    [Fact]
    public async Task Windows_line_ends_change_no_place() => await Prints(
        Encoding.UTF8.GetBytes(
            "model: amazon.nova-micro-v1:0\r\ninference: { maxTokens: 300 }\r\ntext: |\r\n  Hello\r\n  {{you}}.\r\n"),
        "(5,3): error PRM012: The template uses 'you', which 'variables' does not declare. Declare it or correct the "
            + "name.");

    [Fact]
    public async Task A_lone_carriage_return_is_one_problem() => await Prints(
        Encoding.UTF8.GetBytes(Sound + "description: Says\rhello\n"),
        "(4,18): error PRM003: This line contains U+000D, which YAML reads as a line break. Replace it "
            + "with a line break, or write the text in double quotes with \\u000D in its place.");

    [Fact]
    public async Task An_escape_beyond_unicode_is_one_problem() => await Prints(
        Encoding.UTF8.GetBytes(Sound + "description: \"\\UFFFFFFFF\"\n"),
        "(4,25): error PRM003: This is not valid YAML: found an escape for a character that does not exist. Check "
            + "indentation and quotes.");

    [Fact]
    public async Task A_name_in_the_file_cannot_break_the_line_or_move_the_cursor() => await Prints(
        Encoding.UTF8.GetBytes(Sound + "\"a\\e[2J\\nb\": 1\n"),
        "(4,3): error PRM019: This is an invisible character (U+001B): reviewers cannot see it, but models read it. "
            + "Delete it.",
        "(4,1): error PRM008: 'a\\u001B[2J\\u000Ab' is not a key of a prompt. Known: ");

    /// <summary>The console prints these lines on standard error, in file order,
    /// and nothing on standard output; exit 1.</summary>
    private static async Task Prints(byte[] content, params string[] problems)
    {
        using var folder = new TemporaryFolder();
        folder.Write("Pulumi.yaml", "name: bedrock-prompts\n")
            .Write("Pulumi.dev.yaml", "config:\n  bedrock-prompts:default: draft\n");
        folder.Write("prompts/greeting.yaml", "");
        await File.WriteAllBytesAsync(folder.File("prompts/greeting.yaml"), content);

        var run = await PromptsConsole.Run(folder.Path, "validate");

        run.Exit.Should().Be(ExitCode.Problems);
        run.Output.Should().BeEmpty();
        run.Error.Split('\n').Where(line => line.StartsWith("prompts/", StringComparison.Ordinal)).Should()
            .SatisfyRespectively(
            problems.Order(StringComparer.Ordinal).Select<string, Action<string>>(problem => line =>
                line.Should().StartWith($"prompts/greeting.yaml{problem}")));
    }
}
