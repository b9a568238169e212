using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Definitions.Format;

/// <summary>Whether YAML that is passed on as JSON keeps its content.</summary>
internal static class VerbatimCheck
{
    /// <summary>Whether all of it is kept: a number that would change is PRM475, a null in a list that is sent
    /// PRM477.</summary>
    public static bool Arrives(YamlNode node, bool isSent, ICollection<Diagnostic> report)
    {
        switch (node)
        {
            case YamlNode.Sequence list:
                var nulls = isSent ? list.Items.Where(item => item is YamlNode.Scalar { IsNull: true }).ToArray() : [];
                foreach (var item in nulls)
                {
                    report.Add(Problems.NullInList(item.At));
                }

                return list.Items.Aggregate(true, (kept, item) => Arrives(item, isSent, report) && kept);
            case YamlNode.Mapping map:
                return map.Entries.Aggregate(
                    map.Repeated.IsEmpty, (kept, entry) => Arrives(entry.Value, isSent, report) && kept);
            case YamlNode.Scalar scalar when CoreScalar.Read(scalar) is null:
                report.Add(Problems.NumberNotKept(scalar.At, ShapeCheck.Shorten(scalar.Text)));
                return false;
            default:
                return node is not YamlNode.Unreadable;
        }
    }
}
