using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Infra.Tests.Support;

/// <summary>What somebody does who edits a draft in AWS's console.</summary>
internal static class HandEdit
{
    /// <summary>Puts other words into the text of a prompt.</summary>
    /// <param name="url">The local Bedrock.</param>
    /// <param name="prompt">The deployed name.</param>
    /// <param name="before">Words of the text.</param>
    /// <param name="after">What stands there afterwards.</param>
    public static async Task Text(Uri url, string prompt, string before, string after)
    {
        using var http = new HttpClient { BaseAddress = url };
        var list = await http.GetFromJsonAsync<JsonNode>(new Uri("prompts/", UriKind.Relative));
        var id = list!["promptSummaries"]!.AsArray().Single(summary => $"{summary!["name"]}" == prompt)!["id"];
        var place = new Uri($"prompts/{id}/", UriKind.Relative);
        var draft = (await http.GetFromJsonAsync<JsonObject>(place))!;
        var text = draft["variants"]![0]!["templateConfiguration"]!["text"]!;
        text["text"] = $"{text["text"]}".Replace(before, after, StringComparison.Ordinal);
        var body = new JsonObject
        {
            ["name"] = prompt,
            ["defaultVariant"] = $"{draft["defaultVariant"]}",
            ["variants"] = draft["variants"]!.DeepClone(),
        };
        (await http.PutAsJsonAsync(place, body)).EnsureSuccessStatusCode();
    }

    /// <summary>Puts another value into a parameter.</summary>
    public static async Task Parameter(Uri url, string name, string value)
    {
        using var http = new HttpClient { BaseAddress = url };
        var body = new JsonObject { ["Name"] = name, ["Value"] = value, ["Overwrite"] = true };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Headers = { { "X-Amz-Target", "AmazonSSM.PutParameter" } },
            Content = new StringContent(body.ToJsonString()),
        };
        (await http.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
