using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Flows;

/// <summary>Flows in the API's form, with the members of all of its answers.</summary>
internal static class FlowView
{
    /// <summary>The draft.</summary>
    public static JsonObject Draft(FlowRow flow)
    {
        var view = flow.Draft.Copied();
        view["id"] = flow.Id;
        view["arn"] = Arn.Flow(flow.Region, flow.Id);
        view["version"] = "DRAFT";
        view["status"] = flow.Status;
        view["createdAt"] = JsonValue.Create(flow.CreatedAt);
        view["updatedAt"] = JsonValue.Create(flow.UpdatedAt);
        view["validations"] = flow.Validations is { } found ? JsonNode.Parse(found.GetRawText()) : new JsonArray();
        return view;
    }

    /// <summary>A version, which has no ARN of its own.</summary>
    public static JsonObject Version(FlowRow flow, int number)
    {
        var snapshot = flow.Versions[number];
        var view = snapshot.Content.Copied();
        view["id"] = flow.Id;
        view["arn"] = Arn.Flow(flow.Region, flow.Id);
        view["version"] = number.ToString(CultureInfo.InvariantCulture);
        view["status"] = "Prepared";
        view["createdAt"] = JsonValue.Create(snapshot.CreatedAt);
        return view;
    }

    /// <summary>An alias.</summary>
    public static JsonObject Alias(FlowRow flow, string id, FlowAlias alias)
    {
        var view = alias.Content.Copied();
        view["id"] = id;
        view["flowId"] = flow.Id;
        view["arn"] = Arn.FlowAlias(flow.Region, flow.Id, id);
        view["createdAt"] = JsonValue.Create(alias.CreatedAt);
        view["updatedAt"] = JsonValue.Create(alias.UpdatedAt);
        return view;
    }
}
