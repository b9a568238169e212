using Infra.Definitions.Format;
using Infra.Settings;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Settings;

public sealed class ReadmeSettingsTests
{
    private const string Start = "<!-- settings -->\n";
    private const string End = "<!-- /settings -->";

    [Fact]
    public void The_readme_lists_every_setting_with_its_range_and_default()
    {
        var path = Repository.Path("infra", "Stack", "README.md");
        var readme = File.ReadAllText(path);
        var start = readme.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var end = readme.IndexOf(End, StringComparison.Ordinal);

        Recorded.EqualAt(path, readme[..start] + Table() + readme[end..]);
    }

    private static string Table() =>
        "| `bedrock-prompts:` | if absent | |\n|---|---|---|\n" + string.Concat(SettingsShape.All.Select(setting =>
            $"| `{setting.Field.Key}` | {Code(setting.Default)} "
            + $"| {setting.Field.Summary}{Range(setting.Field.Kind)} |\n"));

    private static string Code(string? text) => text is null ? "" : $"`{text}`";

    private static string Range(Kind kind) =>
        kind is Kind.Number { Least: { } least, Most: { } most } ? $" ({least} to {most})" : "";
}
