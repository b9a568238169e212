using System.Buffers.Binary;
using System.Text;

namespace Infra.Local.Protocol.Wire;

/// <summary>Writes the frames of AWS event streams, in which ConverseStream and InvokeFlow answer.</summary>
/// <remarks>
/// A frame consists of its length, the length of its headers, the CRC of these eight bytes, the headers, the payload,
/// and the CRC of everything before. Numbers are big-endian. Source: Smithy's specification of
/// <c>application/vnd.amazon.eventstream</c>, 2026-11-21.
/// </remarks>
public static class EventFrame
{
    private const int Prelude = 12;
    private const int Trailer = 4;
    private const byte StringHeader = 7;

    /// <summary>The content type of the whole answer.</summary>
    public const string ContentType = "application/vnd.amazon.eventstream";

    /// <summary>An event of the stream's union, such as <c>flowOutputEvent</c>.</summary>
    /// <param name="name">The member of the union.</param>
    /// <param name="json">The event as UTF-8 JSON.</param>
    public static byte[] Event(string name, ReadOnlySpan<byte> json) =>
        Of([(":event-type", name), (":content-type", "application/json"), (":message-type", "event")], json);

    /// <summary>A failure after the start of the answer; nothing follows it.</summary>
    /// <param name="name">The member of the union, such as <c>throttlingException</c>.</param>
    /// <param name="json">The exception as UTF-8 JSON, with its <c>message</c>.</param>
    public static byte[] Exception(string name, ReadOnlySpan<byte> json) =>
        Of([(":exception-type", name), (":content-type", "application/json"), (":message-type", "exception")], json);

    /// <summary>A frame with headers, all of whose values are strings.</summary>
    public static byte[] Of(IReadOnlyList<(string Name, string Value)> headers, ReadOnlySpan<byte> payload)
    {
        var head = Headers(headers);
        var frame = new byte[Prelude + head.Length + payload.Length + Trailer];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), head.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Crc32.Of(frame.AsSpan(0, 8)));
        head.CopyTo(frame.AsSpan(Prelude));
        payload.CopyTo(frame.AsSpan(Prelude + head.Length));
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(frame.Length - Trailer), Crc32.Of(frame.AsSpan(..^Trailer)));
        return frame;
    }

    private static byte[] Headers(IReadOnlyList<(string Name, string Value)> headers)
    {
        using var bytes = new MemoryStream();
        foreach (var (name, value) in headers)
        {
            var spelled = Encoding.UTF8.GetBytes(name);
            var text = Encoding.UTF8.GetBytes(value);
            var length = checked((ushort)text.Length);
            bytes.WriteByte(checked((byte)spelled.Length));
            bytes.Write(spelled);
            bytes.Write([StringHeader, (byte)(length >> 8), (byte)length]);
            bytes.Write(text);
        }

        return bytes.ToArray();
    }
}
