package io.handover.provisioning.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import java.util.List;

/** Interfaces are stored as one JSON array: they are set and read together. */
class NicsConverter implements AttributeConverter<List<Nic>, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Nic>> NICS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<Nic> nics) {
        try {
            return JSON.writeValueAsString(nics);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public List<Nic> convertToEntityAttribute(String stored) {
        try {
            return JSON.readValue(stored, NICS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
