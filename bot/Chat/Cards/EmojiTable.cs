using System.Collections.Frozen;

namespace IntroBot.Chat.Cards;

/// <summary>The emoji that people use most at work, by the codes that chats have for them (https://unicode.org/emoji/charts).</summary>
internal static class EmojiTable
{
    /// <summary>Hands and people, which take a tone of skin.</summary>
    private static readonly string[] WithSkin =
    [
        "+1 👍", "thumbsup 👍", "-1 👎", "thumbsdown 👎", "wave 👋", "clap 👏", "raised_hands 🙌", "pray 🙏",
        "ok_hand 👌", "muscle 💪", "v ✌", "crossed_fingers 🤞", "call_me_hand 🤙", "point_up ☝", "point_up_2 👆",
        "point_down 👇", "point_left 👈", "point_right 👉", "raised_hand ✋", "hand ✋", "fist ✊", "facepunch 👊",
        "punch 👊", "open_hands 👐", "palms_up_together 🤲", "vulcan_salute 🖖", "writing_hand ✍", "raising_hand 🙋",
        "bow 🙇", "shrug 🤷", "face_palm 🤦", "dancer 💃", "man_dancing 🕺", "runner 🏃", "walking 🚶", "baby 👶",
        "child 🧒", "adult 🧑", "man 👨", "woman 👩", "superhero 🦸", "nail_care 💅", "selfie 🤳",
        "pinched_fingers 🤌", "heart_hands 🫶",
    ];

    private static readonly string[] Others =
    [
        "tada 🎉", "confetti_ball 🎊", "balloon 🎈", "birthday 🎂", "cake 🍰", "gift 🎁", "trophy 🏆", "medal 🏅",
        "sports_medal 🏅", "first_place_medal 🥇", "star ⭐", "star2 🌟", "sparkles ✨", "dizzy 💫", "fire 🔥", "zap ⚡",
        "boom 💥", "rocket 🚀", "rainbow 🌈", "sunny ☀️", "sun_with_face 🌞", "cloud ☁️", "umbrella ☔", "snowflake ❄️",
        "ocean 🌊", "seedling 🌱", "four_leaf_clover 🍀", "tulip 🌷", "rose 🌹", "sunflower 🌻", "bouquet 💐",
        "evergreen_tree 🌲", "cactus 🌵", "heart ❤️", "orange_heart 🧡", "yellow_heart 💛", "green_heart 💚",
        "blue_heart 💙", "purple_heart 💜", "black_heart 🖤", "white_heart 🤍", "broken_heart 💔", "two_hearts 💕",
        "sparkling_heart 💖", "heartpulse 💗", "gift_heart 💝", "100 💯", "1234 🔢", "smile 😄", "smiley 😃",
        "grinning 😀", "grin 😁", "laughing 😆", "satisfied 😆", "sweat_smile 😅", "joy 😂",
        "rolling_on_the_floor_laughing 🤣", "rofl 🤣", "slightly_smiling_face 🙂", "upside_down_face 🙃", "wink 😉",
        "blush 😊", "innocent 😇", "heart_eyes 😍", "star-struck 🤩", "kissing_heart 😘", "yum 😋",
        "stuck_out_tongue 😛", "stuck_out_tongue_winking_eye 😜", "hugging_face 🤗", "hugs 🤗", "thinking_face 🤔",
        "thinking 🤔", "shushing_face 🤫", "zipper_mouth_face 🤐", "neutral_face 😐", "expressionless 😑",
        "no_mouth 😶", "smirk 😏", "unamused 😒", "face_with_rolling_eyes 🙄", "grimacing 😬", "relieved 😌",
        "pensive 😔", "sleepy 😪", "sleeping 😴", "mask 😷", "nerd_face 🤓", "sunglasses 😎", "face_with_monocle 🧐",
        "confused 😕", "worried 😟", "slightly_frowning_face 🙁", "open_mouth 😮", "hushed 😯", "astonished 😲",
        "flushed 😳", "pleading_face 🥺", "cry 😢", "sob 😭", "scream 😱", "disappointed 😞", "sweat 😓", "weary 😩",
        "tired_face 😫", "yawning_face 🥱", "triumph 😤", "rage 😡", "angry 😠", "exploding_head 🤯",
        "partying_face 🥳", "smiling_face_with_tear 🥲", "melting_face 🫠", "saluting_face 🫡", "see_no_evil 🙈",
        "hear_no_evil 🙉", "speak_no_evil 🙊", "skull 💀", "ghost 👻", "robot_face 🤖", "alien 👽", "eyes 👀",
        "brain 🧠", "speech_balloon 💬", "thought_balloon 💭", "handshake 🤝", "beers 🍻", "beer 🍺",
        "clinking_glasses 🥂", "champagne 🍾", "wine_glass 🍷", "coffee ☕", "tea 🍵", "pizza 🍕", "doughnut 🍩",
        "cookie 🍪", "apple 🍎", "dog 🐶", "cat 🐱", "unicorn_face 🦄", "panda_face 🐼", "penguin 🐧", "turtle 🐢",
        "bee 🐝", "butterfly 🦋", "octopus 🐙", "earth_africa 🌍", "earth_americas 🌎", "earth_asia 🌏", "house 🏠",
        "office 🏢", "airplane ✈️", "car 🚗", "bike 🚲", "ship 🚢", "computer 💻", "iphone 📱",
        "telephone_receiver 📞", "email 📧", "envelope ✉️", "inbox_tray 📥", "outbox_tray 📤", "package 📦", "memo 📝",
        "pencil 📝", "pencil2 ✏️", "books 📚", "book 📖", "bookmark 🔖", "link 🔗", "paperclip 📎", "pushpin 📌",
        "calendar 📆", "date 📅", "clipboard 📋", "chart_with_upwards_trend 📈", "chart_with_downwards_trend 📉",
        "bar_chart 📊", "mag 🔍", "bulb 💡", "key 🔑", "lock 🔒", "unlock 🔓", "hammer 🔨", "wrench 🔧",
        "hammer_and_wrench 🛠️", "gear ⚙️", "bug 🐛", "test_tube 🧪", "microscope 🔬", "dart 🎯", "art 🎨",
        "musical_note 🎵", "headphones 🎧", "camera 📷", "movie_camera 🎥", "mega 📣", "bell 🔔", "no_bell 🔕",
        "hourglass ⌛", "alarm_clock ⏰", "stopwatch ⏱️", "white_check_mark ✅", "heavy_check_mark ✔️",
        "ballot_box_with_check ☑️", "x ❌", "heavy_plus_sign ➕", "heavy_minus_sign ➖", "question ❓", "exclamation ❗",
        "bangbang ‼️", "warning ⚠️", "no_entry ⛔", "no_entry_sign 🚫", "recycle ♻️", "arrow_right ➡️", "arrow_left ⬅️",
        "arrow_up ⬆️", "arrow_down ⬇️", "large_green_circle 🟢", "red_circle 🔴", "large_blue_circle 🔵",
        "large_yellow_circle 🟡", "checkered_flag 🏁", "triangular_flag_on_post 🚩", "information_source ℹ️",
        "soccer ⚽", "basketball 🏀", "moneybag 💰", "gem 💎", "crown 👑", "mortar_board 🎓", "bomb 💣", "dash 💨",
        "sweat_drops 💦", "zzz 💤", "poop 💩", "hankey 💩", "sos 🆘", "new 🆕", "ok 🆗", "cool 🆒", "free 🆓", "up 🆙",
    ];

    private static readonly FrozenDictionary<string, (string Character, bool HasSkin)> All =
        WithSkin.Select(line => (Line: line, HasSkin: true)).Concat(Others.Select(line => (Line: line, HasSkin: false)))
            .Select(each => (Parts: each.Line.Split(' '), each.HasSkin))
            .ToFrozenDictionary(each => each.Parts[0], each => (each.Parts[1], each.HasSkin), StringComparer.Ordinal);

    public static bool Has(string name) => All.ContainsKey(name);

    /// <summary>
    /// The character of a code, in a tone of skin from 2 (light) to 6 (dark) where it takes one (Unicode 51, emoji modifiers); null for a
    /// code that is not known.
    /// </summary>
    public static string? Find(string name, int? skinTone) => All.TryGetValue(name, out var found)
        ? skinTone is { } tone && found.HasSkin ? found.Character + char.ConvertFromUtf32(0x1F3FB + tone - 2) : found.Character
        : null;
}
