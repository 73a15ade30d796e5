using IntroBot.Platforms;

namespace IntroBot.Playground;

/// <summary>
/// The open forms of people, in the key-value store, so that a page can be reloaded and errors appear beside the typed values.
/// </summary>
public sealed class OpenForms(IKeyValueStore store)
{
    public async Task<OpenForm?> FindAsync(PersonRef who, string form, CancellationToken token) =>
        await store.FindAsync(PlaygroundStoreNames.Forms(who.Workspace), KeyOf(who, form), token) is { Length: > 0 } text
            ? PlaygroundJson.ReadForm(text)
            : null;

    /// <summary>Stores an open form; returns whether it fits.</summary>
    public async Task<bool> KeepAsync(PersonRef who, OpenForm form, CancellationToken token)
    {
        if (PlaygroundJson.Write(form) is not { } text)
        {
            return false;
        }

        await store.PutAsync(PlaygroundStoreNames.Forms(who.Workspace), KeyOf(who, form.Form.Id), text, token);
        return true;
    }

    public Task CloseAsync(PersonRef who, string form, CancellationToken token) =>
        store.PutAsync(PlaygroundStoreNames.Forms(who.Workspace), KeyOf(who, form), "", token);

    private static string KeyOf(PersonRef who, string form) => PlaygroundStoreNames.Safe($"{who.Id}!{form}");
}
