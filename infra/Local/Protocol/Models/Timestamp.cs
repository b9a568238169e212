using System.Globalization;

namespace Infra.Local.Protocol.Models;

/// <summary>Times as AWS writes them in JSON.</summary>
internal static class Timestamp
{
    /// <summary>ISO 8601 with microseconds, in UTC.</summary>
    public static string Iso(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
