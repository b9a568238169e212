using System.Text;
using Amazon.Runtime.EventStreams;
using Infra.Local.Protocol.Wire;
using Xunit;

namespace Infra.Tests.Local.Protocol.Wire;

/// <summary>The decoder is the one of the AWS SDK, which refuses a frame whose checksums are wrong.</summary>
public sealed class EventFrameTests
{
    [Fact]
    public void A_frame_without_anything_is_the_one_that_other_implementations_write() =>
        Assert.Equal("0000001000000000" + "05C248EB" + "7D98C8FF", Convert.ToHexString(EventFrame.Of([], [])));

    [Fact]
    public void An_event_is_read_back_by_the_SDK()
    {
        var frame = EventFrame.Event("flowOutputEvent", "{\"nodeName\":\"Antwört\"}"u8);

        var message = EventStreamMessage.FromBuffer(frame, 0, frame.Length);

        Assert.Equal("event", message.Headers[":message-type"].AsString());
        Assert.Equal("flowOutputEvent", message.Headers[":event-type"].AsString());
        Assert.Equal("application/json", message.Headers[":content-type"].AsString());
        Assert.Equal("{\"nodeName\":\"Antwört\"}", Encoding.UTF8.GetString(message.Payload));
    }

    [Fact]
    public void An_exception_says_so_in_its_headers()
    {
        var frame = EventFrame.Exception("throttlingException", "{\"message\":\"slow down\"}"u8);

        var message = EventStreamMessage.FromBuffer(frame, 0, frame.Length);

        Assert.Equal("exception", message.Headers[":message-type"].AsString());
        Assert.Equal("throttlingException", message.Headers[":exception-type"].AsString());
    }

    [Fact]
    public void A_frame_that_was_changed_on_the_way_is_refused()
    {
        var frame = EventFrame.Event("flowOutputEvent", "{}"u8);
        frame[^6] ^= 1;

        Assert.Throws<EventStreamChecksumFailureException>(() => EventStreamMessage.FromBuffer(frame, 0, frame.Length));
    }

    [Fact]
    public void Headers_beyond_127_characters_keep_their_length()
    {
        var value = new string('ä', 20_000);

        var frame = EventFrame.Of([("a", value)], []);

        Assert.Equal(value, EventStreamMessage.FromBuffer(frame, 0, frame.Length).Headers["a"].AsString());
    }
}
