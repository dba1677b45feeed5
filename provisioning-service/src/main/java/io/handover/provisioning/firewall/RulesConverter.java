package io.handover.provisioning.firewall;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;

/** Rules are stored as one JSON document: they move when one comes or goes. */
class RulesConverter implements AttributeConverter<FirewallRules, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String convertToDatabaseColumn(FirewallRules rules) {
        try {
            return JSON.writeValueAsString(rules);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public FirewallRules convertToEntityAttribute(String stored) {
        try {
            return JSON.readValue(stored, FirewallRules.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
