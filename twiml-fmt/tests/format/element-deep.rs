fn a() {
    twiml! {<Say><emphasis><prosody rate="slow"><lang xml:lang="fr-FR"><w role="amazon:VB"><sub alias="association">"asso"</sub></w></lang></prosody></emphasis></Say>};
}
