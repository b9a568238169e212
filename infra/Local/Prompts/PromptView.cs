using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Prompts;

/// <summary>Prompts in the API's form, with the members of all of its answers.</summary>
internal static class PromptView
{
    /// <summary>The draft.</summary>
    public static JsonObject Draft(PromptRow prompt)
    {
        var view = prompt.Draft.Copied();
        view["id"] = prompt.Id;
        view["arn"] = Arn.Prompt(prompt.Region, prompt.Id);
        view["version"] = "DRAFT";
        view["createdAt"] = JsonValue.Create(prompt.CreatedAt);
        view["updatedAt"] = JsonValue.Create(prompt.UpdatedAt);
        return view;
    }

    /// <summary>A version.</summary>
    public static JsonObject Version(PromptRow prompt, int number)
    {
        var snapshot = prompt.Versions[number];
        var view = snapshot.Content.Copied();
        view["id"] = prompt.Id;
        view["arn"] = Arn.Prompt(prompt.Region, prompt.Id, Text(number));
        view["version"] = Text(number);
        view["createdAt"] = JsonValue.Create(snapshot.CreatedAt);
        view["updatedAt"] = JsonValue.Create(snapshot.CreatedAt);
        return view;
    }

    /// <summary>A version number in the API's form.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
