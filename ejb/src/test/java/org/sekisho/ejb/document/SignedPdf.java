package org.sekisho.ejb.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.security.cert.X509Certificate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * A signed document as somebody else reads it: what the signature covers, and the signature itself.
 *
 * @param dictionary what the document says of its signature
 * @param covered the bytes of the ByteRange
 * @param cms the signature, in DER, without the zeros behind it
 */
public record SignedPdf(PDSignature dictionary, byte[] covered, byte[] cms) {

    /** Reads the one signature of a file, which must cover everything but itself. */
    public static SignedPdf read(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            assertEquals(1, document.getSignatureDictionaries().size());
            PDSignature signature = document.getSignatureDictionaries().get(0);
            int[] range = signature.getByteRange();
            assertEquals(0, range[0]);
            assertEquals(file.length, range[2] + range[3], "nothing stands behind what is signed");
            byte[] room = signature.getContents(file);
            assertEquals(range[2] - range[1], 2 * room.length + 2, "nothing but the signature is left out");
            try (ASN1InputStream first = new ASN1InputStream(room)) {
                return new SignedPdf(
                        signature,
                        signature.getSignedContent(file),
                        first.readObject().getEncoded(ASN1Encoding.DER));
            }
        }
    }

    /** The signature's one signer. */
    public SignerInformation signer() throws CMSException {
        return new CMSSignedData(new CMSProcessableByteArray(covered), cms)
                .getSignerInfos()
                .iterator()
                .next();
    }

    /** Whether the signature holds over these bytes, under this certificate. */
    public boolean holds(X509Certificate certificate) {
        try {
            return signer().verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (CMSException differs) {
            return false;
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
